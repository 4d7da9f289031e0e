/** The table of roles and permissions, and why an account may do something or not. */
@NullMarked
package io.plumbline.access.ui.permissions;

import org.jspecify.annotations.NullMarked;
