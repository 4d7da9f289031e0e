@NullMarked
package io.plumbline.patients.ui;

import org.jspecify.annotations.NullMarked;
