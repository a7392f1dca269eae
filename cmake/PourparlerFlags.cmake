# The one place for compiler and linker flags; every target of the project links pp_flags.
add_library(pp_flags INTERFACE)
target_compile_definitions(pp_flags INTERFACE _POSIX_C_SOURCE=200809L)
target_compile_options(pp_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
    -Wvla -Wundef -Wpointer-arith -Wwrite-strings -ffp-contract=off)
if(PP_WERROR)
    target_compile_options(pp_flags INTERFACE -Werror)
endif()
if(PP_SANITIZE)
    target_compile_options(pp_flags INTERFACE
        -fsanitize=${PP_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(pp_flags INTERFACE -fsanitize=${PP_SANITIZE})
    target_compile_definitions(pp_flags INTERFACE PP_ARENA_DEBUG=1)
endif()
if(PP_COVERAGE)
    target_compile_options(pp_flags INTERFACE --coverage)
    target_link_options(pp_flags INTERFACE --coverage)
endif()
