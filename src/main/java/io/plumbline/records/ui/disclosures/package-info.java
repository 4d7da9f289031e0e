/** The screen of the disclosure register. */
@NullMarked
package io.plumbline.records.ui.disclosures;

import org.jspecify.annotations.NullMarked;
