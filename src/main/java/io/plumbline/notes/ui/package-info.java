@NullMarked
package io.plumbline.notes.ui;

import org.jspecify.annotations.NullMarked;
