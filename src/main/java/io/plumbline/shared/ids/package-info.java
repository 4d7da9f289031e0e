/** Typed ids of the records that more than one module names, and how an id is made and stored. */
@NullMarked
package io.plumbline.shared.ids;

import org.jspecify.annotations.NullMarked;
