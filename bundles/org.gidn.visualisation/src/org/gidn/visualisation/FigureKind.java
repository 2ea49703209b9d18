package org.gidn.visualisation;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.RegistryFactory;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.StoreException;

/** A kind of figure that can be drawn from a run, as a bundle contributes it. Its code is loaded when it is drawn. */
public final class FigureKind {
    /** Identifier of the extension point. */
    public static final String POINT = "org.gidn.visualisation.figures";

    private final IConfigurationElement element;

    private FigureKind(IConfigurationElement element) {
        this.element = element;
    }

    /** All installed kinds, those of one bundle in the order of its {@code plugin.xml}. */
    public static List<FigureKind> installed() {
        return Arrays.stream(RegistryFactory.getRegistry().getConfigurationElementsFor(POINT))
                .map(FigureKind::new)
                .toList();
    }

    /**
     * The kind of that identifier.
     *
     * @throws InvalidInputException if none is installed; names the nearest
     */
    public static FigureKind of(String id) {
        List<FigureKind> installed = installed();
        return installed.stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(NearestName.unknown(
                        "figure", id, installed.stream().map(FigureKind::id).toList())));
    }

    /** Its identifier, beginning with the contributing bundle's name. */
    public String id() {
        return element.getAttribute("id");
    }

    /** What the user sees. */
    public String name() {
        return element.getAttribute("name");
    }

    /** One or two sentences for the user. */
    public String description() {
        return element.getAttribute("description");
    }

    /**
     * Draws the figures of this kind from a run.
     *
     * @return empty if the run has not stored what they show
     * @throws InvalidInputException if the contributing bundle is at fault; names it
     */
    public List<Figure> figures(RunResults results) {
        try {
            return ((FigureFactory) element.createExecutableExtension("class")).figures(results);
        } catch (InvalidInputException | StoreException e) {
            throw e;
        } catch (CoreException | RuntimeException | LinkageError e) {
            throw new InvalidInputException(
                    "The figure '" + id() + "' of bundle "
                            + element.getContributor().getName() + " cannot be drawn: " + e + ".",
                    e);
        }
    }
}
