/** What forms and records show of a patient: the header, the field of the patient number, possible duplicates. */
@org.jspecify.annotations.NullMarked
package io.plumbline.shared.ui.patient;
