/** The application. */
@org.jspecify.annotations.NullMarked
package io.plumbline;
