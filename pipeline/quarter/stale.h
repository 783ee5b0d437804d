/* Reports of former runs that nobody asks for any more: a service has left, a row of the calendar has gone. */
#pragma once
#include "quarter/ninja.h"

/* Withdraws them, each into team/withdrawn/ of its folder, and says so in diags. False: a wrong world. */
bool stale_withdraw(const Worklist *list, const NinjaRun *run, DiagList *diags, GError **error);
