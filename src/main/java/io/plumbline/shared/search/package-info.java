/** How typed words find people: words, sort keys, sounds of names, and patient numbers. */
@NullMarked
package io.plumbline.shared.search;

import org.jspecify.annotations.NullMarked;
