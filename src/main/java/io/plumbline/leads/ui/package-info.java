@NullMarked
package io.plumbline.leads.ui;

import org.jspecify.annotations.NullMarked;
