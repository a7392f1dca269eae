/* version.h: the version of the library and of its command, in one place; CMake reads it here. */
#ifndef POURPARLER_VERSION_H
#define POURPARLER_VERSION_H

#define PP_VERSION "0.1.0"

/* What the shared library shows to the outside; everything else is hidden. */
#if defined(__GNUC__)
#define PP_API __attribute__((visibility("default")))
#else
#define PP_API
#endif

#endif
