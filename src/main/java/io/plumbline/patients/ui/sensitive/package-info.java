/** Views and dialogs of sensitive patients. */
@NullMarked
package io.plumbline.patients.ui.sensitive;

import org.jspecify.annotations.NullMarked;
