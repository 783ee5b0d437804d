/* Year-end projection: by the profile where the plan has one, else in proportion to time; averages by their mean,
 * counts of each period by their sum. */
#include "model/project.h"
#include "model/kind.h"

static int parts_of_year(Period period)
{
  return period.kind == PERIOD_QUARTER ? 4 : period.kind == PERIOD_MONTH ? 12 : 0;
}

/* As many decimals as the value has, one more for means. */
static bool scale_up(Amount value, Amount whole, Amount part, Amount *ret_projection)
{
  Amount product;
  return amount_multiply(value, whole, &product) && amount_divide(product, part, value.scale, ret_projection);
}

static bool project_by_profile(const ProjectionCase *c, OptAmount *ret_projection, ProjectedBy *ret_by)
{
  if (!c->profile.given || !c->target.given || c->profile.amount.units <= 0 || c->target.amount.units <= 0 ||
      !scale_up(c->value.amount, c->target.amount, c->profile.amount, &ret_projection->amount))
    return false;
  *ret_by = PROJECTED_BY_PROFILE;
  return true;
}

static bool project_by_time(const ProjectionCase *c, OptAmount *ret_projection, ProjectedBy *ret_by)
{
  int parts = parts_of_year(c->period);
  if (!scale_up(c->value.amount, amount_from_int(parts), amount_from_int(c->period.part), &ret_projection->amount))
    return false;
  *ret_by = PROJECTED_BY_TIME;
  return true;
}

/* The sum of this year's readings of the period's length up to it; returns how many there are. */
static int add_year(const ProjectionCase *c, Amount *ret_sum)
{
  int n = 0;
  *ret_sum = amount_from_int(0);
  for (guint i = 0; i < c->points->len; i++) {
    const Reading *point = g_ptr_array_index(c->points, i);
    bool counts = point->number.given && point->period.kind == c->period.kind && point->period.year == c->period.year &&
                  point->period.part <= c->period.part;
    if (!counts)
      continue;
    if (!amount_add(*ret_sum, point->number.amount, ret_sum))
      return 0;
    n++;
  }
  return n;
}

/* Mean of this year's readings of the same length, the last one being the period's. */
static bool project_average(const ProjectionCase *c, OptAmount *ret_projection, ProjectedBy *ret_by, int *ret_n)
{
  Amount sum;
  int n = add_year(c, &sum);
  if (n == 0 || !amount_divide(sum, amount_from_int(n), MIN(sum.scale + 1u, AMOUNT_MAX_SCALE), &ret_projection->amount))
    return false;
  *ret_by = PROJECTED_BY_MEAN;
  *ret_n = n;
  return true;
}

/* Of counts that add up, when none is missing. */
static bool project_sum(const ProjectionCase *c, OptAmount *ret_projection, ProjectedBy *ret_by)
{
  ProjectionCase total = *c;
  total.value.given = add_year(c, &total.value.amount) == c->period.part;
  return total.value.given && project_by_time(&total, ret_projection, ret_by);
}

bool projection_compute(const ProjectionCase *c, OptAmount *ret_projection, ProjectedBy *ret_by, int *ret_n)
{
  int parts = parts_of_year(c->period);
  if (!c->value.given || parts == 0 || c->period.part >= parts)
    return false;
  bool made = false;
  *ret_n = c->period.part;
  switch (kind_row(c->kind)->project) {
  case PROJECT_TOTAL:
    made = project_by_profile(c, ret_projection, ret_by) || project_by_time(c, ret_projection, ret_by);
    break;
  case PROJECT_SUM:
    made = project_sum(c, ret_projection, ret_by);
    break;
  case PROJECT_MEAN:
    made = project_average(c, ret_projection, ret_by, ret_n);
    break;
  case PROJECT_NOTHING:
    break;
  }
  ret_projection->given = made;
  return made;
}
