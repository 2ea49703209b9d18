// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.application;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.gidn.workbench.internal.Messages;

/** The platform's own entries of menu and toolbar; this plug-in's commands come in through {@code plugin.xml}. */
final class ActionBars extends ActionBarAdvisor {
    private IWorkbenchWindow window;

    ActionBars(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow owner) {
        window = owner;
        for (ActionFactory factory : new ActionFactory[] {
            ActionFactory.SAVE,
            ActionFactory.SAVE_ALL,
            ActionFactory.CLOSE,
            ActionFactory.CLOSE_ALL,
            ActionFactory.QUIT,
            ActionFactory.CUT,
            ActionFactory.COPY,
            ActionFactory.PASTE,
            ActionFactory.SELECT_ALL,
            ActionFactory.FIND,
            ActionFactory.RESET_PERSPECTIVE,
            ActionFactory.PREFERENCES,
            ActionFactory.INTRO,
            ActionFactory.HELP_CONTENTS,
            ActionFactory.HELP_SEARCH,
            ActionFactory.DYNAMIC_HELP,
            ActionFactory.ABOUT
        }) {
            register(factory.create(window));
        }
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        MenuManager file = menu(bar, Messages.menuFile, IWorkbenchActionConstants.M_FILE);
        file.add(new GroupMarker(IWorkbenchActionConstants.FILE_START));
        file.add(new GroupMarker(IWorkbenchActionConstants.NEW_EXT));
        file.add(new Separator());
        addAll(file, ActionFactory.CLOSE, ActionFactory.CLOSE_ALL);
        file.add(new Separator());
        addAll(file, ActionFactory.SAVE, ActionFactory.SAVE_ALL);
        file.add(new Separator());
        addCommands(file, IWorkbenchCommandConstants.FILE_RENAME, IWorkbenchCommandConstants.FILE_REFRESH);
        file.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        file.add(new Separator());
        addAll(file, ActionFactory.QUIT);

        MenuManager edit = menu(bar, Messages.menuEdit, IWorkbenchActionConstants.M_EDIT);
        addCommands(edit, IWorkbenchCommandConstants.EDIT_UNDO, IWorkbenchCommandConstants.EDIT_REDO);
        edit.add(new Separator());
        addAll(edit, ActionFactory.CUT, ActionFactory.COPY, ActionFactory.PASTE);
        edit.add(new Separator());
        addCommands(edit, IWorkbenchCommandConstants.EDIT_DELETE);
        addAll(edit, ActionFactory.SELECT_ALL);
        edit.add(new Separator());
        addAll(edit, ActionFactory.FIND);
        edit.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));

        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));

        MenuManager windowMenu = menu(bar, Messages.menuWindow, IWorkbenchActionConstants.M_WINDOW);
        MenuManager views = new MenuManager(Messages.menuShowView, "showView");
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        windowMenu.add(views);
        MenuManager perspectives = new MenuManager(Messages.menuPerspective, "perspective");
        perspectives.add(ContributionItemFactory.PERSPECTIVES_SHORTLIST.create(window));
        windowMenu.add(perspectives);
        addAll(windowMenu, ActionFactory.RESET_PERSPECTIVE);
        windowMenu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        windowMenu.add(new Separator());
        addAll(windowMenu, ActionFactory.PREFERENCES);

        MenuManager help = menu(bar, Messages.menuHelp, IWorkbenchActionConstants.M_HELP);
        addAll(help, ActionFactory.INTRO);
        help.add(new Separator());
        help.add(new GroupMarker(IWorkbenchActionConstants.HELP_START));
        addAll(help, ActionFactory.HELP_CONTENTS, ActionFactory.HELP_SEARCH, ActionFactory.DYNAMIC_HELP);
        help.add(new Separator("group.assist"));
        help.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        help.add(new Separator("group.updates"));
        help.add(new Separator());
        addAll(help, ActionFactory.ABOUT);
    }

    private static MenuManager menu(IMenuManager bar, String name, String id) {
        MenuManager menu = new MenuManager(name, id);
        bar.add(menu);
        return menu;
    }

    private void addAll(IMenuManager menu, ActionFactory... factories) {
        for (ActionFactory factory : factories) {
            menu.add(getAction(factory.getId()));
        }
    }

    /** Entries whose state follows the handlers of their commands, as in a context menu. */
    private void addCommands(IMenuManager menu, String... commands) {
        for (String command : commands) {
            menu.add(new CommandContributionItem(
                    new CommandContributionItemParameter(window, null, command, CommandContributionItem.STYLE_PUSH)));
        }
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        bar.add(new GroupMarker(IWorkbenchActionConstants.GROUP_FILE));
        IToolBarManager file = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
        file.add(new GroupMarker(IWorkbenchActionConstants.NEW_GROUP));
        file.add(getAction(ActionFactory.SAVE.getId()));
        bar.add(new ToolBarContributionItem(file, IWorkbenchActionConstants.TOOLBAR_FILE));
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
    }
}
