@NullMarked
package io.plumbline.referrals.ui;

import org.jspecify.annotations.NullMarked;
