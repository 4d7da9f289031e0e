/** The screens of the plan templates. */
@NullMarked
package io.plumbline.plans.ui.templates;

import org.jspecify.annotations.NullMarked;
