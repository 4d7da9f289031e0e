@NullMarked
package io.plumbline.exercises.ui;

import org.jspecify.annotations.NullMarked;
