/* The account of a run: its rows. */
#include "model/account.h"

SPEC(account_row_spec, AccountRow, "report", "report",
     FIELD(AccountRow, folder, NULL, IN_ATTRIBUTE, FIELD_TEXT, FIELD_KEY, NULL),
     FIELD(AccountRow, made, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD(AccountRow, absent, NULL, IN_ATTRIBUTE, FIELD_BOOL, 0, NULL),
     FIELD(AccountRow, code, "exit code", IN_ATTRIBUTE, FIELD_INT, FIELD_REQUIRED, NULL),
     FIELD(AccountRow, errors, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(AccountRow, warnings, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(AccountRow, notes, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(AccountRow, pages, NULL, IN_ATTRIBUTE, FIELD_INT, 0, NULL),
     FIELD(AccountRow, reason, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(AccountRow, model, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL),
     FIELD(AccountRow, findings, NULL, IN_ATTRIBUTE, FIELD_TEXT, 0, NULL));
SPEC_MADE(account_spec, Account, "account", "account of a run", MADE_LONG,
          FIELD_AS("report", Account, rows, NULL, IN_ELEMENT, FIELD_MANY, 0, &account_row_spec));
