/** The application and how it starts. */
@org.jspecify.annotations.NullMarked
package io.plumbline;
