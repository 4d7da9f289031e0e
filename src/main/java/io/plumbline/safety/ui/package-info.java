@NullMarked
package io.plumbline.safety.ui;

import org.jspecify.annotations.NullMarked;
