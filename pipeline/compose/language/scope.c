/* Scopes: noting when the wanted item is met. */
#include "compose/language/scope.h"

void scope_meet(const Scope *scope, const Record *record)
{
  World *world = scope->world;
  for (; world->wanted && !world->met && record; record = record->parent)
    world->met = record == world->wanted;
}
