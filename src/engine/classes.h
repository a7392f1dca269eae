/*
 * classes.h: values of a variable that no wider factor tells apart, taken together.
 *
 * A link such as "a = x implies b = y" tells only x from the other values of a. All values that
 * every factor over two variables or more treats alike form a class; what they yield by themselves
 * becomes one front a class, and elimination runs over classes. With ten values a variable and
 * links that name one or two of them, tables shrink from 10 to 2 or 3 a variable, and nothing is
 * lost: within a class the best is chosen whatever the others do.
 * Source: freuder1991 (neighbourhood interchangeable values).
 */
#ifndef PP_ENGINE_CLASSES_H
#define PP_ENGINE_CLASSES_H

#include "engine/front.h"
#include "engine/problem.h"

typedef struct pp_i_classes {
    pp_i_problem problem; /* over classes; no factors over one variable */
    pp_i_front **own;     /* [variable][class] the front of its values by themselves; a leaf's trace
                             names the value of the whole problem. Empty where none is allowed */
} pp_i_classes;

/* The classes of `whole`, in `arena`, whose factors of no variable are kept as they are. False: the
 * maker's run says why. Cost: linear in the tables. */
bool pp_i_classes_make(const pp_i_problem *whole, pp_i_front_maker *maker, pp_i_arena *arena,
                       pp_i_classes *classes);

#endif
