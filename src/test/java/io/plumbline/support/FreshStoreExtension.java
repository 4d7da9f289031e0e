package io.plumbline.support;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Restores the store before the first row that a {@link FreshStore} class could write, and for the class after it. */
class FreshStoreExtension implements TestInstancePreConstructCallback, BeforeAllCallback, AfterAllCallback {
    private static final Namespace CLASS = Namespace.create(FreshStoreExtension.class);

    /** The instance of a class that has one for all its tests is made, and its beans with it, before all tests. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext test) {
        restoreOnce(test);
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        restoreOnce(test);
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (!isNested(test)) {
            snapshot(test).restoreForNext();
        }
    }

    private static void restoreOnce(ExtensionContext test) {
        test.getStore(CLASS).computeIfAbsent("restored", first -> {
            snapshot(test).restore();
            return true;
        });
    }

    private static boolean isNested(ExtensionContext test) {
        return test.getRequiredTestClass().getEnclosingClass() != null;
    }

    private static StoreSnapshot snapshot(ExtensionContext test) {
        return SpringExtension.getApplicationContext(test).getBean(StoreSnapshot.class);
    }
}
