/** Typed ids of the records that more than one room names, and how an id is made and stored. */
@NullMarked
package io.plumbline.shared.ids;

import org.jspecify.annotations.NullMarked;
