/** The list of the files on a patient's record, and its dialogs. */
@NullMarked
package io.plumbline.patients.ui.attachments;

import org.jspecify.annotations.NullMarked;
