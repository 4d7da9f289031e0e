@NullMarked
package io.plumbline.access.ui;

import org.jspecify.annotations.NullMarked;
