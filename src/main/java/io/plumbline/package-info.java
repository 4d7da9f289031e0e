/** The application and its startup. */
@org.jspecify.annotations.NullMarked
package io.plumbline;
