/** The screen of the exports of clinics. */
@NullMarked
package io.plumbline.records.ui.clinicexports;

import org.jspecify.annotations.NullMarked;
