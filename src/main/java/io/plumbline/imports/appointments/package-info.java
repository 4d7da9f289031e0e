/** Appointments to come, imported from a file. */
@NullMarked
package io.plumbline.imports.appointments;

import org.jspecify.annotations.NullMarked;
