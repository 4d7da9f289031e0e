/** My account: what a person manages of their own account. */
@NullMarked
package io.plumbline.access.ui.account;

import org.jspecify.annotations.NullMarked;
