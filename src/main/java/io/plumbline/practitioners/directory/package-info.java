/** The directory: practitioners by name, with the most urgent status of their credentials. */
@NullMarked
package io.plumbline.practitioners.directory;

import org.jspecify.annotations.NullMarked;
