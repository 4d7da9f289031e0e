package io.plumbline.support;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Lets the beans of {@link TestClassScope} be those of the test class that runs, in a store without what was to go. */
public class OwnClinic implements TestInstancePreConstructCallback {
    private static final Namespace OWN = Namespace.create(OwnClinic.class);

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext test) {
        var testClass = instance.getTestClass().isAnnotationPresent(OwnClinicEachTest.class)
                ? new TestClassScope.Entered()
                : test.getStore(OWN)
                        .computeIfAbsent(
                                "entered", first -> new TestClassScope.Entered(), TestClassScope.Entered.class);
        var portal = SpringExtension.getApplicationContext(test);
        portal.getBean(StoreSnapshot.class).restoreIfAsked();
        portal.getBean(TestClassScope.class).enter(testClass);
    }
}
