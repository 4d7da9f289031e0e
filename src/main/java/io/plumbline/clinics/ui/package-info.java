@NullMarked
package io.plumbline.clinics.ui;

import org.jspecify.annotations.NullMarked;
