/** The plans of a patient on the screens of other modules: the patient's page and the intake note. */
@NullMarked
package io.plumbline.plans.ui.patient;

import org.jspecify.annotations.NullMarked;
