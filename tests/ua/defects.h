/* Seeded defects: each makes a good sample wrong in one way, through libqpdf. */
#pragma once
#include "check.h"

typedef struct {
  const char *rule; /* that must find it */
  const char *name;
  void (*make)(Pdf *pdf);
} Defect;

extern const Defect defects[];
extern const guint n_defects;
