/* A small made-up kind of file with every type of field, for the tests of reading and writing. */
#pragma once
#include "record/record.h"
#include "vocabulary/vocabulary.h"

typedef struct {
  Record record;
  char *code;
  Date due;
  Period period;
  OptAmount target;
  int unit;
  guint flags;
  int count;
  bool key;
  GPtrArray *areas;
  char *title;
  Prose *commentary;
} Milestone;

typedef struct {
  Record record;
  GPtrArray *words;
} Note;

typedef struct {
  Record record;
  char *code;
  Prose *words;
} Thing;

typedef struct {
  Record record;
  char *code;
  GPtrArray *summary;
  Note *aside;
  GPtrArray *milestone;
  GPtrArray *things;
} Plan;

extern const Spec sample_milestone_spec, note_spec, thing_spec, named_spec, plan_spec, made_spec;
