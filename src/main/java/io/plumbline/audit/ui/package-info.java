@NullMarked
package io.plumbline.audit.ui;

import org.jspecify.annotations.NullMarked;
