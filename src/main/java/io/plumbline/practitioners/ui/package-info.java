@NullMarked
package io.plumbline.practitioners.ui;

import org.jspecify.annotations.NullMarked;
