/* Files in memory: nothing is left of a workbook that was not finished, whatever ends the program. */
#pragma once

/* A new one, open for reading and writing; -1: errno says why. The caller closes it. */
int memory_file(void);
