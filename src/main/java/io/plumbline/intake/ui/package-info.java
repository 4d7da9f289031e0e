@NullMarked
package io.plumbline.intake.ui;

import org.jspecify.annotations.NullMarked;
