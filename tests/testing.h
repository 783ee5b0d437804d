/* The headers that cmocka wants before itself, in its order. */
#pragma once
#include <cmocka.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
