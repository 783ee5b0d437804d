/* What users type after qmr: one function a command, which is a main of its own. name is what it is called in messages.
 */
#pragma once

int command_accept(const char *name, int argc, char **argv);
int command_layouts(const char *name, int argc, char **argv);
int command_new(const char *name, int argc, char **argv);
int command_preview(const char *name, int argc, char **argv);
int command_quarter(const char *name, int argc, char **argv);
int command_compare(const char *name, int argc, char **argv);
int command_year(const char *name, int argc, char **argv);
int command_release(const char *name, int argc, char **argv);
int command_report(const char *name, int argc, char **argv);
/* The stage says nothing when all is well. */
int stage_validate(const char *name, int argc, char **argv);
int command_validate(const char *name, int argc, char **argv);
int command_verify(const char *name, int argc, char **argv);
int command_explain(const char *name, int argc, char **argv);
