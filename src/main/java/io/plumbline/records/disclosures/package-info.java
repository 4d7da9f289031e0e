/** The disclosure register: what of a patient's record went to whom outside the clinic, and the report of it. */
@NullMarked
package io.plumbline.records.disclosures;

import org.jspecify.annotations.NullMarked;
