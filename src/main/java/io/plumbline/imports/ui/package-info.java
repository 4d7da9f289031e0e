/** The screens for importing patients. */
@NullMarked
package io.plumbline.imports.ui;

import org.jspecify.annotations.NullMarked;
