/** Duplicate candidates: leads and patients that may be the same person. */
@NullMarked
package io.plumbline.leads.duplicates;

import org.jspecify.annotations.NullMarked;
