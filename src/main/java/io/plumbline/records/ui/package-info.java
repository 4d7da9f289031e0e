/** The screens of the exports of a record and of the requests for it. */
@NullMarked
package io.plumbline.records.ui;

import org.jspecify.annotations.NullMarked;
