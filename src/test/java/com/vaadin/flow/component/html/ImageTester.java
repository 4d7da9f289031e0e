package com.vaadin.flow.component.html;

import com.vaadin.browserless.ComponentTester;
import com.vaadin.browserless.Tests;

/** Replaces the tester of browserless-test 1.1.2, which does not link with Flow 25.3 (Image is no HtmlContainer any more). */
@Tests(Image.class)
public class ImageTester extends ComponentTester<Image> {
    public ImageTester(Image component) {
        super(component);
    }
}
