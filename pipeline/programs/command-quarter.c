/* All reports of a council's period: asked for once, whenever something lands, or by nobody who looks on. */
#include "program/program.h"
#include "programs/commands.h"
#include "programs/quarter-log.h"
#include "programs/quarter-run.h"
#include "programs/quarter-watch.h"

static char *out, *launch, *slurm_options, *last_of;
static double limit_minutes = -1; /* below 0: not asked for */
static int jobs = -1, batch, every_seconds = 5, keep = 20;
static gboolean dry, watch, unattended, slurm, wait_for_jobs;

static const GOptionEntry options[] = {
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, "Folder of all outputs (out)", "FOLDER" },
  { "jobs", 'j', 0, G_OPTION_ARG_INT, &jobs,
    "How many reports are made at a time; else as many as there are processors", "NUMBER" },
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry, "Say what would be made, and why; nothing on disk is changed", NULL },
  { "batch", 0, 0, G_OPTION_ARG_INT, &batch,
    "How many services one program makes, one after the other; else as many as is good", "NUMBER" },
  { "launch", 0, 0, G_OPTION_ARG_STRING, &launch,
    "What starts each program that makes reports, such as 'nice -n 10', or 'srun -n1' in an allocation of Slurm",
    "COMMAND" },
  { "slurm", 0, 0, G_OPTION_ARG_NONE, &slurm, "Let Slurm make the reports: jobs are submitted, and not waited for",
    NULL },
  { "wait", 0, 0, G_OPTION_ARG_NONE, &wait_for_jobs, "With --slurm: wait until the jobs have ended, and tell how",
    NULL },
  { "slurm-options", 0, 0, G_OPTION_ARG_STRING, &slurm_options,
    "With --slurm: what sbatch is told besides, such as '--partition=night --time=30'", "OPTIONS" },
  { "last-of", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &last_of, "It is the last job of this run of Slurm",
    "NAME" },
  { "watch", 'w', 0, G_OPTION_ARG_NONE, &watch, "Make what changes whenever files have landed in DATA, until stopped",
    NULL },
  { "every", 0, 0, G_OPTION_ARG_INT, &every_seconds, "How often --watch looks, in seconds (5)", "SECONDS" },
  { "unattended", 0, 0, G_OPTION_ARG_NONE, &unattended,
    "For cron and systemd: a summary on standard output, all else in OUT/.quarter/logs/", NULL },
  { "time-limit", 0, 0, G_OPTION_ARG_DOUBLE, &limit_minutes, "Minutes after which the run stops; what was made stays",
    "MINUTES" },
  { "keep-logs", 0, 0, G_OPTION_ARG_INT, &keep, "How many logs of unattended runs are kept (20)", "NUMBER" },
  { NULL },
};

static const char *const needed[] = { "the council's folder" };

static const Program quarter_program = {
  .usage = "DATA [PERIOD]",
  .summary =
      "Makes every report of a period: DATA/calendar.xml says what is made for whom, DATA/framework.xml who there is;\n"
      "plans are found in DATA/plans/, returns in DATA/returns/, papers in DATA/papers/, accepted findings in\n"
      "DATA/accepted/, whatever their names. A second run makes only what changed. One report that cannot be made "
      "stops\n"
      "no other; what is missing, late, draft or refused is told at the end. Without PERIOD it is the last one of "
      "which\n"
      "there are returns.\n\n"
      "  qmr quarter council 2009-10-Q4\n"
      "  qmr quarter --dry-run council\n"
      "  qmr quarter --watch council\n"
      "  qmr quarter --unattended --time-limit 60 --out /srv/reports council\n"
      "  qmr quarter --slurm --wait --slurm-options '--partition=night' council\n\n"
      "Exit codes: 0 all were made of files without errors, 1 some were not, 2 usage, 3 environment.",
  .options = options,
  .min_files = 1,
  .max_files = 2,
  .needed = needed,
  .example = "council 2009-10-Q4",
};

/* What cannot be asked for together with Slurm's jobs, or NULL. */
static const char *fault_of_slurm(void)
{
  if (!slurm && (wait_for_jobs || slurm_options))
    return "--wait and --slurm-options go with --slurm";
  if (slurm && (watch || launch))
    return "--slurm goes with neither --watch nor --launch";
  if (slurm && limit_minutes > 0)
    return "the time of Slurm's jobs is limited by --slurm-options '--time=MINUTES'";
  return NULL;
}

/* What cannot be asked for together, or NULL. */
static const char *fault_of_options(void)
{
  bool limited = limit_minutes != -1, counted = jobs != -1;
  if ((counted && jobs < 1) || batch < 0 || (limited && limit_minutes <= 0) || every_seconds < 1 || keep < 1)
    return "--jobs, --batch, --time-limit, --every and --keep-logs take numbers above 0";
  if (watch && (dry || unattended))
    return "--watch is for somebody who looks on: it goes with neither --dry-run nor --unattended";
  return fault_of_slurm();
}

int command_quarter(const char *name, int argc, char **argv)
{
  char **files;
  int code;
  Program program = quarter_program;
  program.name = name;
  if (!program_begin(&program, &argc, &argv, &files, &code))
    return code;
  const char *fault = fault_of_options();
  if (fault)
    return program_usage(&program, fault);
  const QuarterRun asked = { .program = &program,
                             .root = files[0],
                             .period = files[1],
                             .out = out ? out : "out",
                             .launch = launch,
                             .jobs = MAX(jobs, 0),
                             .batch = batch,
                             .limit_seconds = MAX(limit_minutes, 0) * 60,
                             .dry = dry,
                             .quiet = unattended,
                             .slurm = slurm && !dry,
                             .wait = wait_for_jobs,
                             .options = slurm_options,
                             .last_of = last_of };
  if (watch)
    return quarter_watch(&asked, every_seconds);
  return unattended ? quarter_logged(&asked, (guint)keep) : quarter_run(&asked);
}
