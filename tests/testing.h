/* What every test includes first: cmocka with the four headers that it wants before itself. */
#pragma once
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h> /* apart, or the layout would sort it before them */
