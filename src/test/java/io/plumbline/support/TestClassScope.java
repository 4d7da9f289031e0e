package io.plumbline.support;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.Scope;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Gives each test class beans of its own in the portal that it shares with others, and names of its own to the people
 * whom it signs in: its {@code manager} is another account than that of the next class.
 */
@Component
@Profile("test")
public class TestClassScope implements Scope, BeanFactoryPostProcessor {
    /** The name of the scope. */
    public static final String NAME = "test-class";

    private static final AtomicInteger CLASSES = new AtomicInteger();

    private volatile @Nullable Entered now;

    /** A test class in this portal. */
    static final class Entered {
        private final int number = CLASSES.incrementAndGet();
        private final Map<String, Object> beans = new HashMap<>();
        private final Map<String, String> names = new ConcurrentHashMap<>();
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        beans.registerScope(NAME, this);
    }

    void enter(Entered testClass) {
        now = testClass;
    }

    /** The same word with an ending that no other test class has. */
    String own(String word) {
        return word + "x" + entered().number;
    }

    /** The same in so many characters. */
    String own(String word, int most) {
        var ending = "x" + entered().number;
        return word.substring(0, Math.min(word.length(), most - ending.length())) + ending;
    }

    /** Gives somebody a user name that only this test class has; {@link #nameOf} finds it. */
    String nameForOwn(String who) {
        return entered().names.computeIfAbsent(who, this::own);
    }

    /** The user name of somebody of this test class, or the same name for anybody else. */
    String nameOf(String who) {
        var testClass = now;
        return testClass == null ? who : testClass.names.getOrDefault(who, who);
    }

    @Override
    public Object get(String name, ObjectFactory<?> maker) {
        var beans = entered().beans;
        var known = beans.get(name);
        if (known == null) {
            known = maker.getObject();
            beans.put(name, known);
        }
        return known;
    }

    @Override
    public @Nullable Object remove(String name) {
        return entered().beans.remove(name);
    }

    @Override
    public void registerDestructionCallback(String name, Runnable callback) {
        // what a test class leaves ends with the portal
    }

    @Override
    public String getConversationId() {
        return String.valueOf(entered().number);
    }

    private Entered entered() {
        var testClass = now;
        if (testClass == null) {
            throw new IllegalStateException("No test class has begun in this portal: extend it with OwnClinic");
        }
        return testClass;
    }
}
