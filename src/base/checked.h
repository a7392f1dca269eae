/* checked.h: arithmetic that says when it overflows; false leaves the result untouched. */
#ifndef PP_BASE_CHECKED_H
#define PP_BASE_CHECKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PP_I_CHECKED(name, type, operation)                                                        \
    static inline bool name(type a, type b, type *result)                                          \
    {                                                                                              \
        type value;                                                                                \
        if (operation(a, b, &value))                                                               \
            return false;                                                                          \
        *result = value;                                                                           \
        return true;                                                                               \
    }

PP_I_CHECKED(pp_i_add_size, size_t, __builtin_add_overflow)
PP_I_CHECKED(pp_i_multiply_size, size_t, __builtin_mul_overflow)
PP_I_CHECKED(pp_i_add_i64, int64_t, __builtin_add_overflow)
PP_I_CHECKED(pp_i_subtract_i64, int64_t, __builtin_sub_overflow)
PP_I_CHECKED(pp_i_multiply_i64, int64_t, __builtin_mul_overflow)
PP_I_CHECKED(pp_i_add_u64, uint64_t, __builtin_add_overflow)
PP_I_CHECKED(pp_i_multiply_u64, uint64_t, __builtin_mul_overflow)

#endif
