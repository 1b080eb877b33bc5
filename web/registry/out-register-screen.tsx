import { RegisterScreen } from './register-screen.tsx';

export const OutRegisterScreen = () => <RegisterScreen register="out" />;
