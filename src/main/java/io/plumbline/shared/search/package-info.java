/**
 * How typed words find people: words, sort keys, sounds of names, and patient numbers; and how a list is read page by
 * page from the index ranges of several clinics.
 */
@NullMarked
package io.plumbline.shared.search;

import org.jspecify.annotations.NullMarked;
