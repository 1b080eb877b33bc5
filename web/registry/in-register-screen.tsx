import { RegisterScreen } from './register-screen.tsx';

export const InRegisterScreen = () => <RegisterScreen register="in" />;
