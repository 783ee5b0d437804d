/* Model rules that need one file only: what the table of fields cannot say. One function a kind of file. */
#pragma once
#include "diag/diag.h"
#include "record/record.h"

void file_check_framework(const Record *root, DiagList *diags);
void file_check_plan(const Record *root, DiagList *diags);
void file_check_return(const Record *root, DiagList *diags);
void file_check_paper(const Record *root, DiagList *diags);
void file_check_layout(const Record *root, DiagList *diags);
void file_check_style(const Record *root, DiagList *diags);
void file_check_calendar(const Record *root, DiagList *diags);
void file_check_document(const Record *root, DiagList *diags);
